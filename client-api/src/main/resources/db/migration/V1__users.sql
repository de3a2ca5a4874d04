-- Who may sign in to this server. Their certificates lie in encrypted wallets, not here.
create table signed_up_user (
    name varchar(64) primary key,
    password_hash varchar(200) not null,
    administrator boolean not null,
    disabled boolean not null
);

-- Bearer tokens, as hashes: a copy of this table opens nothing.
create table bearer_token (
    token_hash char(64) primary key,
    user_name varchar(64) not null references signed_up_user (name),
    expires_at timestamp with time zone not null
);
create index bearer_token_expires on bearer_token (expires_at);
