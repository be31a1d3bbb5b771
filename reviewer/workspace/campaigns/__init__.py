"""The annual campaign (年度案卷评查活动): one small service per part of it.

Nothing is loaded here: the window shows values of campaigns before the store is loaded.
"""
