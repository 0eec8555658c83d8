using System.Text.Json;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Sending;

/// <summary>Reads the pixels of a request, which need not be whole numbers.</summary>
public sealed class SentImageConverter : SentConverter<DigitImage, double[]>
{
    protected override DigitImage ReadDrawing(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException();
        Span<byte> pixels = stackalloc byte[DigitImage.Length];
        var (count, wrong) = (0, -1);
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (reader.TokenType != JsonTokenType.Number)
                throw new JsonException();
            if (!reader.TryGetByte(out var pixel))
            {
                var number = reader.GetDouble();
                pixel = (byte)Math.Round(number);
                if (wrong < 0 && number is not (>= 0 and <= 255))
                    wrong = count;
            }

            if (count < pixels.Length)
                pixels[count] = pixel;
        }

        if (count != pixels.Length)
            throw new InvalidDrawingException("image", $"An image is {DigitImage.Length} numbers; these are {count}.");
        return wrong < 0
            ? new DigitImage(pixels)
            : throw new InvalidDrawingException($"image[{wrong}]", "A pixel is a number from 0 (paper) to 255 (ink).");
    }
}
