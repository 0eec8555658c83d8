using System.Text;
using System.Text.Json.Nodes;
using GameNight.Models;

namespace GameNight.Tests.Models;

/// <summary>A manifest says a moderate amount, and the error names the field that says more.</summary>
public sealed class ManifestLimitsTests
{
    [Theory]
    [InlineData("name", 80)]
    [InlineData("family", 40)]
    [InlineData("description", 500)]
    [InlineData("license", 200)]
    [InlineData("input.name", 200)]
    [InlineData("output.name", 200)]
    [InlineData("output.embedding", 200)]
    [InlineData("metrics[0].dataset", 100)]
    public void Parse_ATextThatIsTooLong_NamesTheField(string field, int most)
    {
        Parse(field, new string('x', most));
        var refused = Assert.Throws<InvalidModelException>(() => Parse(field, new string('x', most + 1)));
        Assert.Equal($"The manifest's {field} has {most + 1} characters; at most {most} are taken.", refused.Message);
    }

    [Fact]
    public void Parse_TooManyMetrics_NamesThem()
    {
        var metrics = new JsonArray([.. Enumerable.Range(0, 51).Select(_ => JsonNode.Parse("""{"dataset":"d","accuracy":1,"n":1}"""))]);
        var refused = Assert.Throws<InvalidModelException>(() => Parse("metrics", metrics));
        Assert.Equal("The manifest's metrics are 51; at most 50 are taken.", refused.Message);
    }

    [Fact]
    public void Parse_ALongTrainedOn_NamesIt()
    {
        var refused = Assert.Throws<InvalidModelException>(() => Parse("trainedOn", new string('x', 70_000)));
        Assert.Equal("The manifest's trainedOn has 70,002 bytes; at most 65,536 are taken.", refused.Message);
    }

    [Fact]
    public void Parse_ALongFile_IsRefusedUnread()
    {
        var refused = Assert.Throws<InvalidModelException>(() => Parse("anything", new string('x', 300_000)));
        Assert.EndsWith("bytes; at most 262,144 are taken.", refused.Message, StringComparison.Ordinal);
    }

    private static ModelManifest Parse(string field, JsonNode value)
    {
        var manifest = JsonNode.Parse(
            """
            {"algorithm":"guest","version":"1","sha256":"","input":{"name":"image","layout":"flat"},
            "output":{"name":"scores","kind":"logits"},"metrics":[{"dataset":"d","accuracy":1,"n":1}]}
            """)!;
        var path = field.Split('.');
        var parent = path switch
        {
            ["metrics[0]", _] => manifest["metrics"]![0]!,
            [var outer, _] => manifest[outer]!,
            _ => manifest,
        };
        parent[path[^1]] = value;
        return ModelManifest.Parse(Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }
}
