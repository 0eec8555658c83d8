using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Observations.Store;

/// <summary>
/// An <see cref="Observation"/> as JSON, the same in the API's list, in an export and in an import: <c>id</c>, <c>time</c>,
/// <c>player</c>, <c>ink</c> (strokes, or null), <c>image</c> (784 numbers), <c>normaliserVersion</c>, <c>chosen</c>,
/// <c>guesses</c> (each with <c>algorithm</c>, <c>version</c>, <c>probabilities</c>, and for the reader's convenience
/// <c>digit</c> and <c>confidence</c>, which follow from them) and <c>label</c> (<c>digit</c>, <c>by</c>, <c>time</c>, or null).
/// Optional are <c>input</c> (an <see cref="InputKind"/>), <c>chosenBy</c> (a <see cref="ChosenBy"/>),
/// <c>origin</c> (a <see cref="PlayOrigin"/>), <c>shadows</c> (as
/// <c>guesses</c>), <c>task</c> (<c>mode</c>, a <see cref="PlayMode"/>, <c>asked</c>, <c>twist</c>), <c>votes</c> (each with
/// <c>player</c>, <c>digit</c>, which is null for no digit, and <c>time</c>) and <c>excluded</c>.
/// </summary>
public static class ObservationJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // As the API writes: names stay readable. Nothing of it is put into an HTML page unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads what was written with <see cref="Options"/>, and checks it as input from outside.</summary>
    /// <exception cref="InvalidDataException">It is no observation; the message names the field.</exception>
    public static Observation Parse(string json)
    {
        try
        {
            var observation = JsonSerializer.Deserialize<Observation>(json, Options)
                ?? throw new InvalidDataException("An observation is needed, not null.");
            ObservationRules.Check(observation);
            return observation;
        }
        catch (JsonException e)
        {
            // The serializer's own message on a wrong value names .NET types.
            var reason = e.Message.Contains("could not be converted", StringComparison.Ordinal)
                ? "That's not the kind of value that belongs here."
                : e.Message.Split(" Path:")[0];
            throw new InvalidDataException(e.Path is { Length: > 2 } path ? $"{path[2..]}: {reason}" : reason, e);
        }
        catch (InvalidDrawingException e)
        {
            throw new InvalidDataException($"ink{e.Field["strokes".Length..]}: {e.Message}", e);
        }
    }
}
