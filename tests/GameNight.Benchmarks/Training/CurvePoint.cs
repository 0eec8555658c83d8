namespace GameNight.Benchmarks.Training;

/// <param name="Algorithm">Who learned.</param>
/// <param name="Marks">From how many.</param>
/// <param name="Fold">Which fifth of the writers was judged.</param>
/// <param name="Seed">Decided on the marks.</param>
/// <param name="Writers">How it did on each of them.</param>
/// <param name="TestRight">How many of MNIST's test images it reads.</param>
/// <param name="Seconds">How long it learned.</param>
internal sealed record CurvePoint(string Algorithm, int Marks, int Fold, int Seed, IReadOnlyList<WriterScore> Writers, int TestRight, double Seconds);
