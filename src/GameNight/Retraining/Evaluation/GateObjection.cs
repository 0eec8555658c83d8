using System.Text.Json.Serialization;

namespace GameNight.Retraining.Evaluation;

/// <summary>A kind of reason why a candidate does not go into service at once. Those before the doubts refuse it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GateObjection>))]
public enum GateObjection
{
    /// <summary>Too few people, or too few of their drawings, may decide.</summary>
    [JsonStringEnumMemberName("tooFew")]
    TooFew,

    /// <summary>It loses too much of what the version in service or the first one knew.</summary>
    [JsonStringEnumMemberName("forgot")]
    Forgot,

    /// <summary>It loses too much on one digit.</summary>
    [JsonStringEnumMemberName("digit")]
    Digit,

    /// <summary>It is worse than the version in service for tonight's players.</summary>
    [JsonStringEnumMemberName("worseForPlayers")]
    WorseForPlayers,

    /// <summary>It is worse than the version in service for strangers.</summary>
    [JsonStringEnumMemberName("worseForStrangers")]
    WorseForStrangers,

    /// <summary>It is worse than the first approved version, for players or for strangers.</summary>
    [JsonStringEnumMemberName("worseThanFirst")]
    WorseThanFirst,

    /// <summary>A doubt: nobody can tell yet whether it is better.</summary>
    [JsonStringEnumMemberName("undecided")]
    Undecided,
}
