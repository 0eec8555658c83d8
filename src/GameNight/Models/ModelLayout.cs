using System.Text.Json.Serialization;

namespace GameNight.Models;

/// <summary>The shape of the input tensor for n images.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelLayout>))]
public enum ModelLayout
{
    /// <summary>[n, 1, 28, 28].</summary>
    [JsonStringEnumMemberName("nchw")]
    Nchw,

    /// <summary>[n, 28, 28, 1].</summary>
    [JsonStringEnumMemberName("nhwc")]
    Nhwc,

    /// <summary>[n, 784].</summary>
    [JsonStringEnumMemberName("flat")]
    Flat,

    /// <summary>[n, contestants, 10]: not the image, but the probabilities that the other contestants gave for it.</summary>
    [JsonStringEnumMemberName("guesses")]
    Guesses,
}
