using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>A picture of any size on its way to becoming a <see cref="DigitImage"/>.</summary>
/// <param name="Width">In pixels, at least 1.</param>
/// <param name="Height">In pixels, at least 1.</param>
/// <param name="Ink">Row by row, 0 = paper, 255 = ink.</param>
public sealed record Raster(int Width, int Height, byte[] Ink);
