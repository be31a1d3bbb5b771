"""The families of rules: pure functions of one case that rules name in their data.

A family registers under `<module>.<name>`; the engine imports each module by name.
"""
