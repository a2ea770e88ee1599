-- An area, or one with a context, is counted from the points that have them, instead of from all there are.
create index map_points_by_area on map_points using gin (area_codes, (array[context]));
