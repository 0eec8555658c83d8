using System.ComponentModel;
using System.Text.Json.Serialization;

namespace GameNight.ModelAdmin.Runs;

/// <summary>Which algorithm shall learn.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TrainingRequest
{
    [Description("The algorithm that shall learn; all that learn where none is named.")]
    public string? Algorithm { get; init; }
}
