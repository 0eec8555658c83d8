using System.Text.Json.Serialization;

namespace GameNight.Models;

[JsonConverter(typeof(JsonStringEnumConverter<OutputKind>))]
public enum OutputKind
{
    [JsonStringEnumMemberName("probabilities")]
    Probabilities,

    /// <summary>Scores that a softmax turns into probabilities.</summary>
    [JsonStringEnumMemberName("logits")]
    Logits,
}
