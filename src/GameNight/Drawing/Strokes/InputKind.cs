using System.Text.Json.Serialization;

namespace GameNight.Drawing.Strokes;

/// <summary>What a drawing was made with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputKind>))]
public enum InputKind
{
    [JsonStringEnumMemberName("mouse")]
    Mouse,

    /// <summary>A finger.</summary>
    [JsonStringEnumMemberName("touch")]
    Touch,

    [JsonStringEnumMemberName("pen")]
    Pen,

    [JsonStringEnumMemberName("keyboard")]
    Keyboard,

    /// <summary>Strokes that a program sent.</summary>
    [JsonStringEnumMemberName("program")]
    Program,

    /// <summary>Pixels, of whatever origin.</summary>
    [JsonStringEnumMemberName("picture")]
    Picture,
}
