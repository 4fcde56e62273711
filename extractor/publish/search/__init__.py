"""What the site's search knows: one record for each order, agency, official and obligation, and the names they go by."""
