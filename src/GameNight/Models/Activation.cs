using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameNight.Models;

/// <summary>An entry of the log that says which version is in service: for each algorithm that of the last entry.</summary>
/// <param name="Number">Its position in the log, from 1, without gaps.</param>
/// <param name="Algorithm">The algorithm whose version it is.</param>
/// <param name="From">The version in service before; null for the first of an algorithm.</param>
/// <param name="To">The version in service from then on.</param>
/// <param name="At">When; never before the time of the entry before.</param>
/// <param name="By">Who activated it: a player's id, <c>host</c>, or the name of a command or service.</param>
/// <param name="Why">The reason, in words; may be empty.</param>
public sealed record Activation(int Number, string Algorithm, string? From, string To, DateTimeOffset At, string By, string Why)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// How the version on shadow changes; null where the version in service does. Both are in one log because their order matters: a
    /// version that goes into service after it was put on shadow is on shadow no longer, and the number of a version that has guessed
    /// on shadow is never given to another model. To a build that knows no shadows, such an entry activates what is active.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShadowChange? Shadow { get; init; }

    /// <exception cref="ModelRegistryException">The bytes are no entry of the log.</exception>
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
