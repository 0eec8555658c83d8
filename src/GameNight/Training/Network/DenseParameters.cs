using System.Numerics.Tensors;

namespace GameNight.Training.Network;

/// <summary>The parameters of a fully connected layer while they are fitted. Not safe for concurrent use.</summary>
internal sealed class DenseParameters
{
    private readonly int _inputs;
    private readonly float[] _weights;
    private readonly float[] _biases;
    private readonly float[] _startWeights;
    private readonly float[] _startBiases;
    private readonly float[] _velocities;
    private readonly float[] _biasVelocities;
    private readonly float[] _gradient;

    /// <param name="weights">For each output a weight for each input.</param>
    /// <param name="biases">The bias of each output.</param>
    public DenseParameters(ReadOnlySpan<float> weights, ReadOnlySpan<float> biases)
    {
        _inputs = weights.Length / biases.Length;
        (_weights, _biases, _startWeights, _startBiases) = (weights.ToArray(), biases.ToArray(), weights.ToArray(), biases.ToArray());
        (_velocities, _biasVelocities, _gradient) = (new float[weights.Length], new float[biases.Length], new float[_inputs]);
    }

    /// <summary>The inputs of the example with an index.</summary>
    public delegate ReadOnlySpan<float> Inputs(int example);

    public int Outputs => _biases.Length;

    /// <summary>Computes the outputs of each example, one after the other.</summary>
    public void Forward(int count, Inputs inputs, Span<float> outputs)
    {
        for (var row = 0; row < Outputs; row++)
        {
            var weights = _weights.AsSpan(row * _inputs, _inputs);
            for (var i = 0; i < count; i++)
                outputs[i * Outputs + row] = TensorPrimitives.Dot(weights, inputs(i)) + _biases[row];
        }
    }

    /// <summary>Computes the gradients with respect to the inputs of each example from those with respect to its outputs.</summary>
    public void Backward(int count, ReadOnlySpan<float> outputGradients, Span<float> inputGradients)
    {
        inputGradients[..(count * _inputs)].Clear();
        for (var i = 0; i < count; i++)
        {
            var gradient = inputGradients.Slice(i * _inputs, _inputs);
            for (var row = 0; row < Outputs; row++)
            {
                var weights = _weights.AsSpan(row * _inputs, _inputs);
                TensorPrimitives.MultiplyAdd(weights, outputGradients[i * Outputs + row], gradient, gradient);
            }
        }
    }

    /// <summary>Moves the parameters against the gradient, and towards their start.</summary>
    /// <param name="count">The number of examples.</param>
    /// <param name="inputs">The inputs of each.</param>
    /// <param name="outputGradients">The gradients with respect to the outputs of each.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="momentum">The share of the last step that is taken again.</param>
    /// <param name="pull">The strength of the pull towards the start.</param>
    public void Step(int count, Inputs inputs, ReadOnlySpan<float> outputGradients, float rate, float momentum, float pull)
    {
        for (var row = 0; row < Outputs; row++)
        {
            var bias = 0f;
            var weights = _weights.AsSpan(row * _inputs, _inputs);
            TensorPrimitives.Subtract(weights, _startWeights.AsSpan(row * _inputs, _inputs), _gradient);
            TensorPrimitives.Multiply(_gradient, pull, _gradient);
            for (var i = 0; i < count; i++)
            {
                if (outputGradients[i * Outputs + row] is var gradient and not 0)
                {
                    TensorPrimitives.MultiplyAdd(inputs(i), gradient, _gradient, _gradient);
                    bias += gradient;
                }
            }

            Move(weights, _velocities.AsSpan(row * _inputs, _inputs), _gradient, rate, momentum);
            var biasGradient = bias + pull * (_biases[row] - _startBiases[row]);
            Move(_biases.AsSpan(row, 1), _biasVelocities.AsSpan(row, 1), [biasGradient], rate, momentum);
        }
    }

    public HiddenLayer ToHiddenLayer() => new([.. _weights], [.. _biases]);

    public LastLayer ToLastLayer() => new([.. _weights.Chunk(_inputs).Zip(_biases, (row, bias) => row.Append(bias))
        .SelectMany(row => row).Select(value => (double)value)]);

    /// <summary>Nesterov's step: v ← μ v + g, p ← p − rate · (g + μ v).</summary>
    private static void Move(Span<float> parameters, Span<float> velocities, Span<float> gradient, float rate, float momentum)
    {
        TensorPrimitives.MultiplyAdd(velocities, momentum, gradient, velocities);
        TensorPrimitives.MultiplyAdd(velocities, momentum, gradient, gradient);
        TensorPrimitives.MultiplyAdd(gradient, -rate, parameters, parameters);
    }
}
