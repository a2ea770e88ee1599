-- Which work is done in a building: told when the building moves, and asked when it goes.
create index opportunities_by_building on opportunities (community_id, place_id) where place_id is not null;
