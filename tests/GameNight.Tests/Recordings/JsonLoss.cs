using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>
/// Finds losses between a recorded response and one of this build: values that are missing or different. New properties are no loss.
/// </summary>
internal static class JsonLoss
{
    /// <summary>Fails with the path of the first loss.</summary>
    public static void AssertNone(JsonNode? recorded, JsonNode? now, string name)
    {
        if (Find(recorded, now, name) is { } loss)
            Assert.Fail(loss);
    }

    /// <summary>The description of the first loss; null if there is none.</summary>
    private static string? Find(JsonNode? recorded, JsonNode? now, string path) => (recorded, now) switch
    {
        (JsonObject before, JsonObject after) => before
            .Select(property => after.ContainsKey(property.Key)
                ? Find(property.Value, after[property.Key], $"{path}.{property.Key}")
                : $"{path}.{property.Key} is missing.")
            .FirstOrDefault(loss => loss is not null),
        (JsonArray before, JsonArray after) when before.Count == after.Count => before
            .Select((element, i) => Find(element, after[i], $"{path}[{i}]"))
            .FirstOrDefault(loss => loss is not null),
        (JsonArray before, JsonArray after) => $"{path} had {before.Count} elements and has {after.Count}.",
        _ => JsonNode.DeepEquals(recorded, now) ? null : $"{path} was {Text(recorded)} and is {Text(now)}.",
    };

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
