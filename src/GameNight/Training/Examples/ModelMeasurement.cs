using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Examples;

/// <summary>Measures a version on labelled drawings, for its manifest.</summary>
internal static class ModelMeasurement
{
    /// <summary>The accuracy and the expected calibration error of a version, each rounded to five decimals.</summary>
    /// <param name="dataset">The name of the data set.</param>
    /// <param name="version">The version to measure.</param>
    /// <param name="drawings">The data set; at least one drawing.</param>
    /// <exception cref="InvalidModelException">The model cannot be loaded.</exception>
    public static ModelMetric Of(string dataset, ModelPackage version, IReadOnlyList<(DigitImage Image, int Label)> drawings)
    {
        using var classifier = OnnxClassifier.Load(version.Manifest, version.Model);
        var answers = new List<(double Confidence, bool Correct)>(drawings.Count);
        foreach (var (image, label) in drawings)
        {
            var guess = new Guess(version.Manifest.Algorithm, "", classifier.Predict(image));
            answers.Add((guess.Confidence, guess.Digit == label));
        }

        var accuracy = answers.Average(answer => answer.Correct ? 1.0 : 0);
        return new ModelMetric(dataset, Math.Round(accuracy, 5), answers.Count, Math.Round(Calibration.ExpectedError(answers), 5));
    }
}
