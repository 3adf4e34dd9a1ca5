"""Colours as screens show them: the profile a picture brings is applied, and then it is needed no more.

Programs that show decks differ in whether they heed profiles; in sRGB all of them agree.
"""

from __future__ import annotations

import io

from PIL import Image


def is_srgb(profile: bytes | None) -> bool:
    """Whether a profile can be left alone: there is none, it cannot be read, or it is that of every screen."""
    if not profile:
        return True
    from PIL import ImageCms

    try:
        return "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError):
        return True


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture with its profile applied, as `L`, `RGB` or `RGBA`; one that does not fit it stays as it is."""
    if is_srgb(profile):
        return image
    from PIL import ImageCms

    assert profile
    alpha = None
    if image.has_transparency_data:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        image = image.convert("RGB")
    elif image.mode == "P":
        image = image.convert("RGB")
    try:
        shown = ImageCms.profileToProfile(
            image, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError):  # a profile of another kind of colours
        shown = image
    assert shown is not None
    if image.mode == "L" and shown.mode == "RGB":
        shown = shown.convert("L")
    if alpha:
        shown = shown.convert("RGBA")
        shown.putalpha(alpha)
    return shown
