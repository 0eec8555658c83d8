using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>
/// What is lost of a recorded answer: a value that is another one now, or not there. A property that is new is no loss.
/// </summary>
internal static class JsonLoss
{
    /// <summary>Fails with the path of the first value that is lost.</summary>
    public static void AssertNone(JsonNode? recorded, JsonNode? now, string what)
    {
        if (Find(recorded, now, what) is { } loss)
            Assert.Fail(loss);
    }

    /// <returns>Null where nothing is.</returns>
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
