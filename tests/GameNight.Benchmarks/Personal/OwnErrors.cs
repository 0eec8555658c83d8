namespace GameNight.Benchmarks.Personal;

/// <summary>A writer's own errors, as they are written to JSON.</summary>
/// <param name="Writer">The writer.</param>
/// <param name="Seed">The seed of the choice of marks.</param>
/// <param name="WrongShare">The probability of each mark to be wrong.</param>
/// <param name="N">The number of other drawings, which were judged.</param>
/// <param name="Network">The errors of the network that ships.</param>
/// <param name="Own">The errors of the writer's own contestant.</param>
internal sealed record OwnErrors(string Writer, int Seed, double WrongShare, int N, int Network, int Own);
