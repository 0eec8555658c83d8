using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Examples;

/// <summary>What a version makes of drawings with known labels, as its manifest says it.</summary>
internal static class ModelMeasurement
{
    /// <exception cref="InvalidModelException">The version cannot guess.</exception>
    public static ModelMetric Of(string dataset, ModelPackage version, IReadOnlyList<(DigitImage Image, int Label)> drawings)
    {
        using var classifier = OnnxClassifier.Load(version.Manifest, version.Model);
        var answers = drawings.Select(drawing => (Guess: new Guess(version.Manifest.Algorithm, "", classifier.Predict(drawing.Image)), drawing.Label))
            .Select(answer => (Confidence: (double)answer.Guess.Confidence, Correct: answer.Guess.Digit == answer.Label)).ToList();
        return new ModelMetric(dataset, Math.Round(answers.Average(answer => answer.Correct ? 1.0 : 0), 5), answers.Count, Math.Round(Calibration.ExpectedError(answers), 5));
    }
}
