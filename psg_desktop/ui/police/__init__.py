"""Police-recorded figures by ward: bringing them in, looking at a quarter, what they propose."""
