using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>Minimises a smooth convex function of many variables (Liu and Nocedal, "On the limited memory BFGS method", 1989).</summary>
internal static class Lbfgs
{
    private const int Memory = 10;
    private const double SufficientDecrease = 1e-4;
    private const int Halvings = 30;

    /// <param name="function">Gives the value at a point, and fills in the gradient there.</param>
    /// <param name="start">Where to begin; it stays as it is.</param>
    /// <param name="tolerance">Ends when no component of the gradient is larger.</param>
    /// <param name="steps">The most it takes.</param>
    /// <param name="cancellation">Asked at each step.</param>
    public static double[] Minimise(Func<double[], double[], double> function, ReadOnlySpan<double> start, double tolerance, int steps, CancellationToken cancellation)
    {
        var (point, gradient) = (start.ToArray(), new double[start.Length]);
        var value = function(point, gradient);
        var history = new Queue<(double[] Step, double[] Change, double Product)>();
        for (var step = 0; step < steps && TensorPrimitives.MaxMagnitude<double>(gradient) is var steepest && Math.Abs(steepest) > tolerance; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var direction = Direction(gradient, history);
            var slope = TensorPrimitives.Dot<double>(direction, gradient);
            var (next, nextGradient) = (new double[point.Length], new double[point.Length]);
            var (length, nextValue) = (history.Count == 0 ? Math.Min(1, 1 / TensorPrimitives.Norm<double>(gradient)) : 1.0, double.NaN);
            for (var halving = 0; halving < Halvings && !(nextValue <= value + SufficientDecrease * length * slope); halving++)
            {
                length = halving == 0 ? length : length / 2;
                TensorPrimitives.MultiplyAdd(direction, length, point, next);
                nextValue = function(next, nextGradient);
            }

            // No step goes down any more: as low as numbers of this precision can tell.
            if (!(nextValue < value))
                return point;
            Remember(history, point, gradient, next, nextGradient);
            (point, gradient, value) = (next, nextGradient, nextValue);
        }

        return point;
    }

    private static void Remember(Queue<(double[] Step, double[] Change, double Product)> history, double[] point, double[] gradient, double[] next, double[] nextGradient)
    {
        var (step, change) = (new double[point.Length], new double[point.Length]);
        TensorPrimitives.Subtract<double>(next, point, step);
        TensorPrimitives.Subtract<double>(nextGradient, gradient, change);
        if (TensorPrimitives.Dot<double>(step, change) is var product and > 0)
            history.Enqueue((step, change, product));
        if (history.Count > Memory)
            history.Dequeue();
    }

    /// <summary>Minus the gradient times an estimate of the inverse Hessian: the two loops.</summary>
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
            TensorPrimitives.MultiplyAdd(step, shares.Pop() - TensorPrimitives.Dot<double>(change, direction) / product, direction, direction);
        return direction;
    }
}
