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

    /// <summary>Strokes sent by a program through the API.</summary>
    [JsonStringEnumMemberName("program")]
    Program,

    /// <summary>Pixels, of any origin.</summary>
    [JsonStringEnumMemberName("picture")]
    Picture,
}
