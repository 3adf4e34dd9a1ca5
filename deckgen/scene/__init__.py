"""Scenes: frames, styles and items, and the page that layouts draw on."""
def __getattr__(name):  # temporary, while rooms settle
    import importlib
    for m in ("frame","items","page","style"):
        mod = importlib.import_module(f"deckgen.scene.{m}")
        if hasattr(mod, name): return getattr(mod, name)
    raise AttributeError(name)
