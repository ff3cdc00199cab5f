-- What is kept of a person is given to them as JSON.
alter table export drop constraint export_format;
alter table export add constraint export_format check (format in ('XLSX', 'CSV', 'JSON'));
