"""The Delivery Group pack: its cases chosen, its words read and accepted, its pages released."""
