using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;

namespace GameNight.Play.Asides;

/// <summary>What is on the picture of a drawing that fooled somebody. The browser makes it: see card-layout.ts.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Asked">The digit that it was meant to be.</param>
/// <param name="Strokes">The ink, scaled to whole numbers: strokes of points [x, y].</param>
/// <param name="Says">What each contestant said, in their order.</param>
public sealed record ShareCard(
    string Title, string Asked, IReadOnlyList<int[][]> Strokes, IReadOnlyList<ShareCard.Saying> Says)
{
    /// <summary>The longer side of the ink: as fine as the picture.</summary>
    private const double Side = 1000;

    /// <summary>The most points: the picture is small.</summary>
    private const int MostPoints = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="Name">The contestant's name.</param>
    /// <param name="Digit">What it said, 0 to 9.</param>
    /// <param name="IsRight">Whether it was right.</param>
    public sealed record Saying(string Name, int Digit, bool IsRight);

    /// <summary>The picture of a drawing.</summary>
    /// <param name="observation">The drawing.</param>
    /// <param name="guesses">The guesses that are on the picture.</param>
    /// <param name="meant">The digit that was asked for, or that the player says it is.</param>
    /// <param name="contestants">Have the names.</param>
    /// <returns>Null where nobody was fooled, and where the drawing has no strokes.</returns>
    public static ShareCard? Of(
        Observation observation, IReadOnlyList<Guess> guesses, int meant, IReadOnlyList<Contestant> contestants)
    {
        var fooled = guesses.Count(guess => guess.Digit != meant);
        if (fooled == 0 || observation.Ink is not { IsBlank: false } ink)
            return null;
        var digit = DigitFormatter.WithArticle(meant);
        var title = (fooled == guesses.Count, fooled) switch
        {
            (true, 1) => $"{NameOf(guesses[0])} didn’t see {digit}",
            (true, 2) => "Both machines fooled!",
            (true, _) => $"All {NumberWords.Of(fooled)} machines fooled!",
            _ => $"{fooled} of {guesses.Count} machines fooled",
        };
        var says = guesses.Select(guess => new Saying(NameOf(guess), guess.Digit, guess.Digit == meant));
        return new ShareCard(title, $"It’s {digit}", Scale(InkThinning.Thin(ink, MostPoints)), [.. says]);

        string NameOf(Guess guess) =>
            contestants.FirstOrDefault(contestant => contestant.Id == guess.Algorithm)?.Character.Name ?? guess.Algorithm;
    }

    /// <summary>As the browser takes it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static IReadOnlyList<int[][]> Scale(Ink ink)
    {
        var bounds = InkBounds.Of(ink);
        var scale = bounds.Side > 0 ? Side / bounds.Side : 0;
        return [.. ink.Strokes.Select(stroke =>
            Array.ConvertAll(stroke, point => new[] { Round(point.X - bounds.Left), Round(point.Y - bounds.Top) }))];

        int Round(double length) => (int)Math.Round(length * scale);
    }
}
