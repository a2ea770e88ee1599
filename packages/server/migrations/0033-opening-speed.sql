-- What is open at a moment is told by the index alone: tens of thousands of rows of a large community aren't fetched one by one.
drop index openings_by_time;
create index openings_by_time on openings using gist (community_id, tstzrange(opens_at, closes_at)) include (initiative_id, opens_at, closes_at);
