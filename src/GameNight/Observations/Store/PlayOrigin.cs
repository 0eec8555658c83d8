using System.Text.Json.Serialization;

namespace GameNight.Observations.Store;

/// <summary>How a play came in. What anybody can send by a script does not decide about versions.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlayOrigin>))]
public enum PlayOrigin
{
    /// <summary>A person drew on the page.</summary>
    [JsonStringEnumMemberName("page")]
    Page,

    /// <summary>A program sent it over the HTTP API, for a player whom it chose itself.</summary>
    [JsonStringEnumMemberName("api")]
    Api,

    /// <summary>The host sent it for a player, or it was simulated on the server: it counts as a person's, whenever it was drawn.</summary>
    [JsonStringEnumMemberName("host")]
    Host,
}
