using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>An image of any size, not yet normalised to a <see cref="DigitImage"/>.</summary>
/// <param name="Width">In pixels, at least 1.</param>
/// <param name="Height">In pixels, at least 1.</param>
/// <param name="Ink">One byte a pixel, row by row, 0 = paper, 255 = ink.</param>
public sealed record Raster(int Width, int Height, byte[] Ink);
