using System.Text.Json.Serialization;

namespace GameNight.Observations.Store;

/// <summary>What made a drawing harder than drawing is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Twist>))]
public enum Twist
{
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>With the hand that the player does not write with.</summary>
    [JsonStringEnumMemberName("otherHand")]
    OtherHand,

    /// <summary>Without lifting the pen.</summary>
    [JsonStringEnumMemberName("oneStroke")]
    OneStroke,

    /// <summary>Without seeing the ink.</summary>
    [JsonStringEnumMemberName("eyesClosed")]
    EyesClosed,

    /// <summary>In two seconds.</summary>
    [JsonStringEnumMemberName("quick")]
    Quick,
}
