create table readmodel.company_prefix (
    prefix varchar(12) primary key,
    cooperative varchar(18) not null
);
