using System.Text.Json.Serialization;

namespace GameNight.Rooms.Game;

/// <summary>What points are given for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PointReason>))]
public enum PointReason
{
    /// <summary>A seat's drawing was read by people and misread by machines.</summary>
    Fooled,

    /// <summary>A juror said what the other jurors say.</summary>
    Agreed,

    /// <summary>A juror read a drawing whose digit is known, or did not.</summary>
    Known,

    /// <summary>A team's rookie passed its exam, more or less.</summary>
    Exam,

    /// <summary>A team's rookie read what the rivals had drawn against it.</summary>
    Defended,

    /// <summary>A rival's rookie misread what a team had drawn against it, and people read it.</summary>
    Attacked,

    /// <summary>A machine read a drawing that people read, too.</summary>
    Read,
}
