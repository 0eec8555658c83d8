using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>Minimises a smooth convex function of many variables.</summary>
/// <remarks>
/// D. C. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming 45 (1989)
/// 503–528, with a line search that halves the step until the value decreases sufficiently (Armijo's condition).
/// </remarks>
internal static class Lbfgs
{
    private const int Memory = 10;
    private const double SufficientDecrease = 1e-4;
    private const int MaxHalvings = 30;

    /// <summary>The point of the minimum, or the lowest point that was reached.</summary>
    /// <param name="function">
    /// Returns the value at a point, its first argument, and fills its second with the gradient there.
    /// </param>
    /// <param name="start">The point to start from.</param>
    /// <param name="tolerance">The search ends when no component of the gradient is larger.</param>
    /// <param name="maxSteps">The largest number of steps.</param>
    /// <param name="cancellation">Checked at each step.</param>
    public static double[] Minimise(
        Func<double[], double[], double> function,
        ReadOnlySpan<double> start,
        double tolerance,
        int maxSteps,
        CancellationToken cancellation)
    {
        var (point, gradient) = (start.ToArray(), new double[start.Length]);
        var value = function(point, gradient);
        var history = new Queue<(double[] Step, double[] Change, double Product)>();
        for (var step = 0; step < maxSteps && Math.Abs(TensorPrimitives.MaxMagnitude<double>(gradient)) > tolerance; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = Direction(gradient, history);
            var slope = TensorPrimitives.Dot<double>(direction, gradient);
            var (next, nextGradient) = (new double[point.Length], new double[point.Length]);
            // The first direction is the plain gradient, whose length says nothing about that of a good step.
            var length = history.Count == 0 ? Math.Min(1, 1 / TensorPrimitives.Norm<double>(gradient)) : 1.0;
            var nextValue = double.NaN;
            for (var halving = 0; halving < MaxHalvings && !(nextValue <= value + SufficientDecrease * length * slope); halving++)
            {
                length = halving == 0 ? length : length / 2;
                TensorPrimitives.MultiplyAdd(direction, length, point, next);
                nextValue = function(next, nextGradient);
            }

            // No step decreases the value any more: the minimum is reached to the precision of the numbers.
            if (!(nextValue < value))
                return point;
            AddStep(history, point, gradient, next, nextGradient);
            (point, gradient, value) = (next, nextGradient, nextValue);
        }

        return point;
    }

    /// <summary>Adds a step and its change of the gradient to the history, which keeps the last <see cref="Memory"/>.</summary>
    private static void AddStep(
        Queue<(double[] Step, double[] Change, double Product)> history,
        double[] point,
        double[] gradient,
        double[] next,
        double[] nextGradient)
    {
        var (step, change) = (new double[point.Length], new double[point.Length]);
        TensorPrimitives.Subtract<double>(next, point, step);
        TensorPrimitives.Subtract<double>(nextGradient, gradient, change);
        if (TensorPrimitives.Dot<double>(step, change) is var product and > 0)
            history.Enqueue((step, change, product));
        if (history.Count > Memory)
            history.Dequeue();
    }

    /// <summary>Minus the gradient times an estimate of the inverse Hessian, by the two-loop recursion.</summary>
    private static double[] Direction(double[] gradient, Queue<(double[] Step, double[] Change, double Product)> history)
    {
        var direction = new double[gradient.Length];
        TensorPrimitives.Negate<double>(gradient, direction);
        var shares = new Stack<double>();
        foreach (var (step, change, product) in history.Reverse())
        {
            shares.Push(TensorPrimitives.Dot<double>(step, direction) / product);
            TensorPrimitives.MultiplyAdd(change, -shares.Peek(), direction, direction);
        }

        if (history.Count > 0 && history.Last() is var last)
            TensorPrimitives.Multiply(direction, last.Product / TensorPrimitives.SumOfSquares<double>(last.Change), direction);
        foreach (var (step, change, product) in history)
        {
            var share = shares.Pop() - TensorPrimitives.Dot<double>(change, direction) / product;
            TensorPrimitives.MultiplyAdd(step, share, direction, direction);
        }

        return direction;
    }
}
