using System.Text.Json;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing.Sending;

/// <summary>Reads the strokes of a request.</summary>
public sealed class SentInkConverter : SentConverter<Ink, double[][][]>
{
    protected override Ink ReadDrawing(ref Utf8JsonReader reader) => InkJsonConverter.ReadInk(ref reader);
}
