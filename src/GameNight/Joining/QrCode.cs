using System.Text;
using QRCoder;

namespace GameNight.Joining;

/// <summary>A QR code as a path of SVG, a square for each dark module.</summary>
/// <param name="Side">The number of modules in a row, with the four empty ones around them that ISO/IEC 18004 asks for.</param>
/// <param name="Path">The path, in modules.</param>
public sealed record QrCode(int Side, string Path)
{
    /// <param name="text">Such as an address; at most some 2,300 bytes.</param>
    /// <remarks>A seventh of the code may be lost, as by a reflection on a screen (level M).</remarks>
    public static QrCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                    path.Append('M').Append(x).Append(' ').Append(y).Append("h1v1h-1z");
            }
        }

        return new QrCode(code.ModuleMatrix.Count, path.ToString());
    }
}
