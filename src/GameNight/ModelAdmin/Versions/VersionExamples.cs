using System.Text.Json;
using GameNight.Models;
using GameNight.Recognition;

namespace GameNight.ModelAdmin.Versions;

/// <summary>A version of a model and its way into service, for the API's description.</summary>
internal static class VersionExamples
{
    private static readonly DateTimeOffset Time = new(2026, 11, 20, 20, 15, 0, TimeSpan.Zero);

    private static readonly ModelManifest Manifest = new()
    {
        Algorithm = RecognitionExamples.Algorithm.Id,
        Version = "1",
        Name = RecognitionExamples.Algorithm.Name,
        Family = RecognitionExamples.Algorithm.Family,
        Description = RecognitionExamples.Algorithm.Description,
        Created = Time,
        License = "MIT",
        Sha256 = ModelPackage.Digest([]),
        Input = new ModelInput("image", ModelLayout.Nchw, Scale: 1.0 / 255),
        Output = new ModelOutput("probabilities", OutputKind.Probabilities),
        TrainedOn = JsonSerializer.SerializeToElement("55,000 images of MNIST"),
        Metrics = [new ModelMetric("mnist-test", 0.9964, 10_000)],
    };

    public static Activation Activation { get; } =
        new(1, Manifest.Algorithm, "1", "2", Time, "host", "more right on our own drawings");

    public static VersionResponse Version { get; } =
        new("1", VersionStatus.InService, Reason: null, Shadow: false, Ships: true, Time, 912_345, Manifest.Metrics, Manifest);
}
