-- The read model: what the ledger's events add up to, for lists and totals. It can be emptied and read again from block 0 at any
-- time, and holds no personal data. Plain SQL that H2 and PostgreSQL both take.
create schema readmodel;

-- The last event applied; written in the same transaction as what the event changed.
create table readmodel.checkpoint (
    ledger varchar(32) primary key,
    block_number bigint not null,
    transaction_id varchar(64) not null,
    recorded_at timestamp with time zone not null
);

create table readmodel.act (
    id varchar(64) primary key,
    act_type varchar(64) not null,
    msp varchar(64) not null,
    role_name varchar(32) not null,
    cooperative varchar(18),
    region varchar(6),
    holder varchar(64) not null,
    transaction_id varchar(64) not null,
    block_number bigint not null,
    recorded_at timestamp with time zone not null
);
create index act_by_time on readmodel.act (recorded_at, id);

create table readmodel.region (
    code varchar(6) primary key,
    name varchar(100) not null,
    within_regions varchar(100) not null,
    list_name varchar(100) not null,
    listed_since date not null
);

create table readmodel.cooperative (
    code varchar(18) primary key,
    name varchar(100) not null,
    county varchar(6) not null
);

create table readmodel.run_block (
    block varchar(6) primary key,
    cooperative varchar(18) not null
);

create table readmodel.commodity (
    code varchar(32) primary key,
    name varchar(100) not null,
    unit varchar(8) not null
);

create table readmodel.product (
    gtin varchar(14) primary key,
    commodity varchar(32) not null,
    name varchar(100) not null,
    net_content bigint not null,
    unit varchar(8) not null,
    cooperative varchar(18) not null
);

create table readmodel.scheme (
    id varchar(64) primary key,
    name varchar(100) not null,
    steps integer not null
);

create table readmodel.recognition (
    id varchar(64) primary key,
    scheme varchar(64) not null,
    gtin varchar(14) not null,
    cooperative varchar(18) not null,
    county varchar(6) not null,
    status varchar(16) not null,
    step varchar(100),
    valid_from date,
    valid_to date,
    reason varchar(500),
    revoked_at timestamp with time zone
);

create table readmodel.household (
    id varchar(16) primary key,
    county varchar(6) not null,
    category varchar(16) not null,
    status varchar(16) not null,
    name_shown boolean not null,
    vouched_at timestamp with time zone not null
);

create table readmodel.membership (
    household varchar(16) not null,
    cooperative varchar(18) not null,
    member_from date not null,
    member_to date,
    primary key (household, cooperative)
);

create table readmodel.province_yield (
    commodity varchar(32) not null,
    season varchar(4) not null,
    per_hectare bigint not null,
    unit varchar(8) not null,
    primary key (commodity, season)
);

create table readmodel.ceiling (
    household varchar(16) not null,
    commodity varchar(32) not null,
    season varchar(4) not null,
    unit varchar(8) not null,
    amount bigint,
    area bigint,
    proposed_amount bigint,
    proposed_area bigint,
    revisions integer not null,
    confirmed_at timestamp with time zone,
    primary key (household, commodity, season)
);

create table readmodel.allotment (
    household varchar(16) not null,
    commodity varchar(32) not null,
    season varchar(4) not null,
    cooperative varchar(18) not null,
    page integer not null,
    unit varchar(8) not null,
    allotted bigint not null,
    taken bigint not null,
    ended varchar(16),
    primary key (household, commodity, season, cooperative)
);
create index allotment_by_cooperative on readmodel.allotment (cooperative, commodity, season);

create table readmodel.intake_sheet (
    id varchar(64) primary key,
    cooperative varchar(18) not null,
    season varchar(4) not null,
    line_count integer not null,
    first_day date not null,
    last_day date not null,
    entered_at timestamp with time zone not null
);

create table readmodel.intake_line (
    sheet varchar(64) not null,
    line integer not null,
    household varchar(16) not null,
    county varchar(6) not null,
    commodity varchar(32) not null,
    quantity bigint not null,
    unit varchar(8) not null,
    grade varchar(20) not null,
    weighed_on date not null,
    kind varchar(16) not null,
    confirmed varchar(16) not null,
    gtin varchar(14),
    lot varchar(20),
    primary key (sheet, line)
);
create index intake_line_by_household on readmodel.intake_line (household);
create index intake_line_by_batch on readmodel.intake_line (gtin, lot);

create table readmodel.batch (
    gtin varchar(14) not null,
    lot varchar(20) not null,
    cooperative varchar(18) not null,
    claim varchar(16) not null,
    unit varchar(8) not null,
    quantity bigint not null,
    recognised bigint not null,
    loss bigint not null,
    labels_left bigint not null,
    line_count integer not null,
    households integer not null,
    packed_on date not null,
    entered_at timestamp with time zone not null,
    primary key (gtin, lot)
);

create table readmodel.print_run (
    run varchar(8) primary key,
    gtin varchar(14) not null,
    lot varchar(20) not null,
    label_class varchar(16) not null,
    label_count integer not null,
    root varchar(64) not null,
    cooperative varchar(18) not null,
    recorded_at timestamp with time zone not null
);
