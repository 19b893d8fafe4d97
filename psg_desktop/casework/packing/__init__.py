"""What leaves depersonalised: packs and figures."""
