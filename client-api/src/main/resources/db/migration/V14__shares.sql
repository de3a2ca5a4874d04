-- What a scheme wants of goods, and what households were on the day of a line.
alter table readmodel.scheme add column least_share integer default 1000 not null;
alter table readmodel.scheme add column categories varchar(64);
alter table readmodel.intake_line add column categories varchar(64);
