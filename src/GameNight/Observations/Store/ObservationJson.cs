using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;

namespace GameNight.Observations.Store;

/// <summary>
/// An <see cref="Observation"/> in JSON, the same in the API's list, in an export and for an import: <c>id</c>, <c>time</c>,
/// <c>player</c>, <c>ink</c> (strokes, or null), <c>image</c> (784 numbers), <c>normaliserVersion</c>, <c>chosen</c>,
/// <c>guesses</c> (each <c>algorithm</c>, <c>version</c>, <c>probabilities</c>, and for the reader's ease <c>digit</c> and
/// <c>confidence</c>, which follow from them), <c>label</c> (<c>digit</c>, <c>by</c>, <c>time</c>, or null); and, which may be
/// missing, <c>input</c> and <c>chosenBy</c> (a word of <see cref="InputKind"/> and of <see cref="ChosenBy"/>), <c>shadows</c>
/// (as <c>guesses</c>) and <c>excluded</c>.
/// </summary>
public static class ObservationJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // As the API writes: names stay readable, and nothing here goes into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads what <see cref="Options"/> wrote, whoever has edited it since.</summary>
    /// <exception cref="InvalidDataException">It is no observation; the message names the field.</exception>
    public static Observation Parse(string json)
    {
        try
        {
            var observation = JsonSerializer.Deserialize<Observation>(json, Options) ?? throw new InvalidDataException("An observation is needed, not null.");
            Check(observation);
            return observation;
        }
        catch (JsonException e)
        {
            // The reader's own words on a wrong value would name .NET's types.
            var reason = e.Message.Contains("could not be converted", StringComparison.Ordinal) ? "This is not the kind of value that belongs here." : e.Message.Split(" Path:")[0];
            throw new InvalidDataException(e.Path is { Length: > 2 } path ? $"{path[2..]}: {reason}" : reason, e);
        }
        catch (InvalidDrawingException e)
        {
            throw new InvalidDataException($"ink{e.Field["strokes".Length..]}: {e.Message}", e);
        }
    }

    private static void Check(Observation observation)
    {
        Require(observation.Id != Guid.Empty, "id", "An observation has an id of its own.");
        Require(observation.Player.Length > 0, "player", "An observation has a player.");
        Require(observation.NormaliserVersion >= 0, "normaliserVersion", "A version is not negative.");
        for (var i = 0; i < observation.Guesses.Count; i++)
            CheckGuess(observation.Guesses[i], $"guesses[{i}]");
        Require(observation.Guesses.DistinctBy(guess => guess.Algorithm).Count() == observation.Guesses.Count, "guesses", "An algorithm guesses once.");
        Require(observation.Guesses.Any(guess => guess.Algorithm == observation.Chosen), "chosen", $"The guess of \"{observation.Chosen}\" is not among the guesses.");
        Require(observation.Input is not { } input || Enum.IsDefined(input), "input", "This is none of mouse, touch, pen, keyboard, program and picture.");
        Require(Enum.IsDefined(observation.ChosenBy), "chosenBy", "This is none of player, arm and sampling.");
        for (var i = 0; i < observation.Shadows.Count; i++)
            CheckGuess(observation.Shadows[i], $"shadows[{i}]");
        Require(observation.Guesses.Concat(observation.Shadows).DistinctBy(guess => (guess.Algorithm, guess.Version)).Count() == observation.Guesses.Count + observation.Shadows.Count,
            "shadows", "A version guesses once.");
        Require(observation.Label is not { Digit: not (>= 0 and <= 9) }, "label.digit", "A label is a digit, 0 to 9.");
        Require(observation.Label is not { By.Length: 0 }, "label.by", "Somebody said so.");
    }

    private static void CheckGuess(Guess? guess, string field)
    {
        Require(guess is not null, field, "A guess is needed, not null.");
        Require(guess!.Algorithm.Length > 0, $"{field}.algorithm", "An algorithm has an id.");
        Require(guess.Version.Length > 0, $"{field}.version", "A version has a name.");
        // A float's sum of ten: a probability may be a hair above 1.
        Require(guess.Probabilities.Count == OnnxClassifier.Digits && guess.Probabilities.All(p => p >= 0) && Math.Abs(guess.Probabilities.Sum() - 1) < 0.01,
            $"{field}.probabilities", "These are no ten probabilities, whose sum is 1.");
    }

    private static void Require(bool condition, string field, string otherwise)
    {
        if (!condition)
            throw new InvalidDataException($"{field}: {otherwise}");
    }
}
