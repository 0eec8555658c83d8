using System.Text.Json.Serialization;

namespace GameNight.ModelAdmin.Versions;

/// <summary>What a version does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VersionStatus>))]
public enum VersionStatus
{
    /// <summary>It was never in service, and nothing was decided about it.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    [JsonStringEnumMemberName("inService")]
    InService,

    /// <summary>It guesses unseen, until its drawings tell whether it is better.</summary>
    [JsonStringEnumMemberName("onTrial")]
    OnTrial,

    /// <summary>It guesses unseen because the host wants it to.</summary>
    [JsonStringEnumMemberName("onShadow")]
    OnShadow,

    /// <summary>It was judged and did not pass, at once or in its trial.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>It was in service before.</summary>
    [JsonStringEnumMemberName("retired")]
    Retired,

    /// <summary>It cannot serve.</summary>
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,
}
