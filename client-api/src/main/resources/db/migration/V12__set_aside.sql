-- Events that could not be written into the read model, by their place on the ledger. Part of the read model: a rebuild empties it.
create table readmodel.set_aside (
    transaction_id varchar(64) primary key,
    block_number bigint not null,
    problem varchar(200) not null,
    set_aside_at timestamp with time zone not null
);
