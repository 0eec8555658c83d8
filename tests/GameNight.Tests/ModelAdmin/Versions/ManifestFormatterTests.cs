using System.Text.Json;
using GameNight.ModelAdmin.Versions;
using GameNight.Models;

namespace GameNight.Tests.ModelAdmin.Versions;

public sealed class ManifestFormatterTests
{
    [Theory]
    [InlineData(
        """
        {"mnist":"55,000 of MNIST's 60,000 training images (Yann LeCun and others)","syntheticInk":"40,000 drawings made by ink.py",
        "validation":"5,000 more","epochs":16,"note":"Nothing else."}
        """,
        "55,000 of MNIST's 60,000 training images; 40,000 drawings made by ink.py.")]
    [InlineData("""{"nothing":"the mean of the others"}""", "nothing: the mean of the others.")]
    [InlineData("""{"observations":1530,"seed":2}""", "1,530 observations.")]
    [InlineData("""{"teacher":"mnist-cnn"}""", "See the maker’s notes.")]
    [InlineData("\"digits\"", "digits")]
    [InlineData("3", "Its maker doesn’t say.")]
    public void TrainedOn_AsManifestsHaveIt_IsSaidInALine(string trainedOn, string words) =>
        Assert.Equal(words, ManifestFormatter.TrainedOn(JsonSerializer.Deserialize<JsonElement>(trainedOn)));

    [Fact]
    public void Details_OfAnything_AreNamesAndValues()
    {
        var notes = JsonSerializer.Deserialize<JsonElement>(
            """
            {"syntheticInk":"40,000","seeds":[1,2],"validationAccuracy":{"MNIST validation":0.9956},"multiplyAdds":8224960,
            "nested":null}
            """);
        Assert.Equal(
            [
                ("synthetic ink", "40,000"),
                ("seeds", "1, 2"),
                ("validation accuracy", "MNIST validation 0.9956"),
                ("multiply adds", "8,224,960"),
                ("nested", ""),
            ],
            ManifestFormatter.Details(notes));
    }

    [Theory]
    [InlineData(0.9964, 10000, "99.64 % right", "n = 10,000, 95 % interval 99.50 to 99.74 %")]
    [InlineData(0.9333, 60, "93 % right", "n = 60, 95 % interval 84 to 97 %")]
    [InlineData(0.5, 0, "50 % right", "n isn’t given")]
    public void Metric_OfSoManyDrawings_HasItsInterval(double accuracy, int n, string words, string certainty)
    {
        var metric = new ModelMetric("mnist-test", accuracy, n);
        Assert.Equal((words, certainty), (ManifestFormatter.Accuracy(metric), ManifestFormatter.Certainty(metric)));
    }

    [Theory]
    [InlineData(null, "no model file")]
    [InlineData(12L, "1 kB")]
    [InlineData(911_700L, "912 kB")]
    [InlineData(2_840_000L, "2.8 MB")]
    public void Size_OfAFile_IsShort(long? bytes, string words) => Assert.Equal(words, ManifestFormatter.Size(bytes));

    [Theory]
    [InlineData("host", "the host")]
    [InlineData("0123456789abcdef", "a host (player 012345…)")]
    [InlineData("ann", "ann")]
    public void Who_OfAnActivation_IsSaid(string by, string words) => Assert.Equal(words, ManifestFormatter.Who(by));
}
