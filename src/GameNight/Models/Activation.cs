using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameNight.Models;

/// <summary>One move of the pointer to the version in service. The log of all moves is the pointer: the last one holds.</summary>
/// <param name="Number">Its place in the log, from 1, without gaps.</param>
/// <param name="Algorithm">Whose version.</param>
/// <param name="From">The version in service before; null for the first of an algorithm.</param>
/// <param name="To">The version in service from then on.</param>
/// <param name="At">When; never before the one with the number before.</param>
/// <param name="By">Who.</param>
/// <param name="Why">The reason, in words.</param>
public sealed record Activation(int Number, string Algorithm, string? From, string To, DateTimeOffset At, string By, string Why)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>
    /// Not the version in service has moved, but the one on shadow. Both are in one log, because its order decides: who went
    /// into service after they were put on shadow are on it no longer, whichever game did it, and a number that guessed on
    /// shadow is never given to another model. To a game that knows of no shadows, such an entry moves a version to itself.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShadowChange? Shadow { get; init; }

    /// <exception cref="ModelRegistryException">This is no entry of the log.</exception>
    public static Activation Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<Activation>(utf8, Json) ?? throw new JsonException("The entry is null.");
        }
        catch (JsonException e)
        {
            throw new ModelRegistryException($"The log of activations cannot be read: {e.Message}", e);
        }
    }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
