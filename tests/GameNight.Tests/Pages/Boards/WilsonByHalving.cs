namespace GameNight.Tests.Pages.Boards;

/// <summary>
/// The 95 % interval of Wilson (1927) by its definition: its bounds are the rates that are 1.96 of their own standard errors away from
/// the share.
/// </summary>
internal static class WilsonByHalving
{
    /// <summary>The accuracy of guesses, and the lower and the upper bound of its interval.</summary>
    public static double[] Of(IReadOnlyCollection<ExportedGuess> guesses) =>
        Of(guesses.Count(guess => guess.IsRight) / (double)guesses.Count, guesses.Count);

    /// <summary>The share, 0 to 1, and the lower and the upper bound of its interval.</summary>
    public static double[] Of(double share, int n)
    {
        return [share, Bound(0), Bound(1)];

        double Bound(double outside)
        {
            var inside = share;
            for (var i = 0; i < 100; i++)
            {
                var middle = (inside + outside) / 2;
                if (IsOutside(middle))
                    outside = middle;
                else
                    inside = middle;
            }

            return inside;
        }

        bool IsOutside(double rate) => Math.Abs(share - rate) > 1.959963984540054 * Math.Sqrt(rate * (1 - rate) / n);
    }
}
