using System.Text;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests;

/// <summary>Drawings that every network recognises, and requests with them.</summary>
public static class SampleDrawings
{
    public const string Seven = "[[[10,10,0],[60,10,120],[30,90,400]]]";
    public const string One = "[[[50,10],[50,90]]]";

    public static DigitImage Image(string strokes) => InkNormaliser.Normalise(JsonSerializer.Deserialize<Ink>(strokes)!);

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static StringContent Play(string strokes, string algorithm = "mnist-cnn") =>
        Json($$"""{"algorithm":"{{algorithm}}","strokes":{{strokes}}}""");
}
