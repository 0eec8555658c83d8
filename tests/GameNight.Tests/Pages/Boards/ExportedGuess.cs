using System.Globalization;
using System.Text.Json.Nodes;

namespace GameNight.Tests.Pages.Boards;

/// <summary>A guess in an export, with the label of its drawing. Read as JSON, without the game's own types.</summary>
/// <param name="Name">What the charts call the algorithm, or the version on shadow.</param>
/// <param name="Label">The drawing's label.</param>
/// <param name="Digit">The digit with the highest probability.</param>
/// <param name="Confidence">The highest probability.</param>
/// <param name="Play">The line of the export.</param>
internal sealed record ExportedGuess(string Name, int Label, int Digit, double Confidence, JsonNode Play)
{
    public bool IsRight => Digit == Label;

    public string Player => Text(Play, "player");

    public DateTime Time => DateTimeOffset.Parse(Text(Play, "time"), CultureInfo.InvariantCulture).UtcDateTime;

    /// <summary>The day at whose noon the night of the drawing began.</summary>
    public DateTime Night => Time.AddHours(-12).Date;

    /// <summary>The guesses at a drawing that has a label, in service and on shadow.</summary>
    public static IEnumerable<ExportedGuess> AllOf(JsonNode play) =>
        from guess in
            play["guesses"]!.AsArray().Select(guess => (Name: Text(guess!, "algorithm"), Json: guess!))
                .Concat(play["shadows"]!.AsArray().Select(guess => (Name: ShadowName(guess!), Json: guess!)))
        let probabilities = guess.Json["probabilities"]!.AsArray().Select(probability => (double)probability!).ToList()
        let confidence = probabilities.Max()
        select new ExportedGuess(
            guess.Name, (int)play["label"]!["digit"]!, probabilities.IndexOf(confidence), confidence, play);

    /// <summary>How many drawings of the guess's player and night have no label, but for the latest, which may still get one.</summary>
    public static int Unanswered(IEnumerable<JsonNode> export, ExportedGuess guess) => export
        .Where(play => Text(play, "player") == guess.Player && (guess with { Play = play }).Night == guess.Night)
        .OrderBy(play => (guess with { Play = play }).Time).SkipLast(1).Count(play => play["label"] is null);

    public static string Text(JsonNode node, string property) => (string)node[property]!;

    private static string ShadowName(JsonNode guess) => $"{Text(guess, "algorithm")}, version {Text(guess, "version")} on trial";
}
