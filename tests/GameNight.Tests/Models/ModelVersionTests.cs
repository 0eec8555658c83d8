using GameNight.Models;
using GameNight.Recognition;

namespace GameNight.Tests.Models;

public sealed class ModelVersionTests : IDisposable
{
    private const string Input = """{"name":"image","layout":"nchw","batch":null,"scale":1,"offset":0}""";
    private const string Output = """{"name":"probabilities","kind":"probabilities"}""";

    private readonly string _models = Directory.CreateTempSubdirectory("game-night-models-").FullName;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    public void Open_NoManifest_IsRefused(string manifest) => Assert.Throws<InvalidModelException>(() => ModelVersion.Open(Write(manifest)));

    [Theory]
    [InlineData("null", Output)]
    [InlineData(Input, "null")]
    [InlineData("""{"name":"image","layout":"sideways"}""", Output)]
    [InlineData("""{"layout":"nchw"}""", Output)]
    public void Open_InputOrOutputMissing_IsRefused(string input, string output) =>
        Assert.Throws<InvalidModelException>(() => ModelVersion.Open(Write(Manifest("mnist-cnn", "1", input, output))));

    [Theory]
    [InlineData("other", "1")]
    [InlineData("mnist-cnn", "2")]
    public void Open_ManifestOfAnotherVersion_IsRefused(string algorithm, string version) =>
        Assert.Throws<InvalidModelException>(() => ModelVersion.Open(Write(Manifest(algorithm, version, Input, Output))));

    [Fact]
    public void ReadModel_AnotherFile_NamesTheDigest()
    {
        var version = ModelVersion.Open(Write(Manifest("mnist-cnn", "1", Input, Output)));
        File.WriteAllText(Path.Combine(version.Folder, "model.onnx"), "not the one that was published");
        Assert.Contains("SHA-256", Assert.Throws<InvalidModelException>(() => version.ReadModel()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Contestant_ModelMissing_IsUnavailableWithTheReason()
    {
        using var contestant = Contestant.Load("mnist-cnn", Write(Manifest("mnist-cnn", "1", Input, Output)));
        Assert.False(contestant.InService);
        Assert.Equal("model.onnx is missing.", contestant.Reason);
        Assert.Equal("A name", contestant.Name);
    }

    public void Dispose() => Directory.Delete(_models, recursive: true);

    private static string Manifest(string algorithm, string version, string input, string output) => $$"""
        {"algorithm":"{{algorithm}}","version":"{{version}}","name":"A name","family":"cnn","description":"","sha256":"00","input":{{input}},"output":{{output}}}
        """;

    private string Write(string manifest)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_models, "mnist-cnn", "1")).FullName;
        File.WriteAllText(Path.Combine(folder, "manifest.json"), manifest);
        return folder;
    }
}
