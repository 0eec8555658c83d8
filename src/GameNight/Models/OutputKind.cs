using System.Text.Json.Serialization;

namespace GameNight.Models;

/// <summary>What a model's ten numbers an image are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutputKind>))]
public enum OutputKind
{
    [JsonStringEnumMemberName("probabilities")]
    Probabilities,

    /// <summary>Scores that a softmax turns into probabilities.</summary>
    [JsonStringEnumMemberName("logits")]
    Logits,
}
