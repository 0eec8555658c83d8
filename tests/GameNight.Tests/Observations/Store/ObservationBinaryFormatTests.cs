using System.IO.Compression;
using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Storage;

namespace GameNight.Tests.Observations.Store;

public sealed class ObservationBinaryFormatTests
{
    [Fact]
    public void Pack_OrdinaryObservation_HasAtMostTenKilobytes()
    {
        var play = ObservationBuilder.Of() with { Ink = Handwriting(300), Guesses = SevenGuesses };
        var packed = ObservationBinaryFormat.Pack(play);
        Assert.InRange(packed.Length, 1, 10_000);
        ObservationBuilder.AssertEqual(play, ObservationBinaryFormat.Unpack(new MemoryStream(packed)));
    }

    [Fact]
    public void Pack_PointsWithAndWithoutTimes_ReadBackEqual()
    {
        var ink = Ink.FromStrokes([[[1, 2], [3, 4, 5]], [[-1e9, 1e9, double.MaxValue], [0.1 + 0.2, -0.0]]]);
        var play = ObservationBuilder.Of() with { Ink = ink, Label = ObservationBuilder.Label(3) };
        ObservationBuilder.AssertEqual(play, ObservationBinaryFormat.Unpack(new MemoryStream(ObservationBinaryFormat.Pack(play))));
    }

    [Fact]
    public void Unpack_CutShortOrOtherBytes_Fails()
    {
        var packed = ObservationBinaryFormat.Pack(ObservationBuilder.Of());
        for (var length = 0; length < packed.Length; length += 7)
            Assert.Throws<StoreException>(() => ObservationBinaryFormat.Unpack(new MemoryStream(packed, 0, length)));
        Assert.Throws<StoreException>(() => ObservationBinaryFormat.Unpack(new MemoryStream("no observation"u8.ToArray())));
    }

    [Fact]
    public void Pack_EveryFieldSetOrDefault_ReadsBackEqual()
    {
        Observation[] plays =
        [
            ObservationBuilder.Of() with { Excluded = true },
            ObservationBuilder.Of() with { Input = null, ChosenBy = ChosenBy.Player, Shadows = [] },
        ];
        foreach (var play in plays)
            ObservationBuilder.AssertEqual(play, ObservationBinaryFormat.Unpack(new MemoryStream(ObservationBinaryFormat.Pack(play))));
    }

    [Fact]
    public void Unpack_OfAnOlderBuild_HasDefaults()
    {
        var play = ObservationBuilder.Of() with { Ink = null, Input = null, ChosenBy = ChosenBy.Player, Shadows = [], Task = null };
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Optimal)))
        {
            var header = new
            {
                play.Id,
                Time = play.Time.ToUniversalTime(),
                play.Player,
                play.NormaliserVersion,
                play.Chosen,
                play.Guesses,
                Label = (object?)null,
                HasInk = false,
            };
            writer.Write(JsonSerializer.Serialize(header, JsonSerializerOptions.Web));
            writer.Write(play.Image.Pixels);
        }

        ObservationBuilder.AssertEqual(play, ObservationBinaryFormat.Unpack(new MemoryStream(packed.ToArray())));
    }

    internal static IReadOnlyList<Guess> SevenGuesses { get; } = [.. Enumerable.Range(0, 7).Select(i => RandomGuess($"contestant-{i}", i))];

    /// <summary>Ink as a browser samples it, with fractions of a pixel.</summary>
    internal static Ink Handwriting(int points)
    {
        var random = new Random(1);
        var (x, y, t) = (100.0, 100.0, 0.0);
        var stroke = Enumerable.Range(0, points).Select(_ => new[]
        {
            x += (random.NextDouble() * 6) - 2,
            y += (random.NextDouble() * 6) - 3,
            t += 8 + random.NextDouble(),
        });
        return Ink.FromStrokes([[.. stroke]]);
    }

    private static Guess RandomGuess(string algorithm, int seed)
    {
        var random = new Random(seed);
        return new(algorithm, "1", [.. Enumerable.Range(0, 10).Select(_ => random.NextSingle() / 5)]);
    }
}
