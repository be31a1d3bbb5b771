"""Renderings of made-up documents: Word, text PDF, scan, photos and archives."""
